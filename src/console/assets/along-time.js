/** How near a place where something changes is meant, in pixels of the drawing. */
const NEAR = 5
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
/** Behind the last mark nothing changes any more: a pixel is a day. */
const BEYOND = DAY

/** Lets a timeline be pointed at, by mouse and by keys: it tells what holds then, and offers to move the clock there. */
export function letPoint() {
  const [section, told] = [document.getElementById('drawing'), document.getElementById('as-of')]
  if (!section?.querySelector('svg[data-marks]') || !told) return
  const offer = told.querySelector('form')
  const hint = told.querySelector('p').textContent
  /** The instant that was chosen, by a click or by keys. */
  let chosen
  told.hidden = false
  offer.hidden = true

  const drawing = () => drawingOf(section.querySelector('svg[data-marks]'))
  const show = (at) => {
    const { svg, placeOf } = drawing()
    mark(svg, at === undefined ? undefined : placeOf(at))
    told.querySelector('p').textContent = at === undefined ? hint : tellAt(svg, at, told.dataset.zone)
  }
  const choose = (at) => {
    chosen = at
    show(at)
    offer.hidden = at === undefined || drawing().clock >= at
    offer.elements['body.to'].value = at === undefined ? '' : new Date(at).toISOString()
  }

  section.addEventListener('pointermove', (event) => show(drawing().instantAt(event) ?? chosen))
  section.addEventListener('pointerleave', () => show(chosen))
  section.addEventListener('click', (event) => {
    const at = drawing().instantAt(event)
    if (at !== undefined) choose(at)
  })
  section.addEventListener('keydown', (event) => {
    const next = !event.ctrlKey && !event.altKey && !event.metaKey && moved(drawing(), chosen, event)
    if (next) {
      choose(next)
      follow(section)
    } else if (event.key === 'Enter' && !offer.hidden) offer.querySelector('button').focus()
    else if (event.key === 'Escape' && chosen !== undefined) {
      choose(undefined)
      event.stopPropagation()
    } else return
    event.preventDefault()
  })
  document.addEventListener('renewed', () => section.querySelector('svg[data-marks]') && choose(chosen))
}

/** A drawing as something along which time lies: from an instant to its place, and back. */
function drawingOf(svg) {
  const marks = svg.dataset.marks.split(' ').map(Number)
  const places = marks.flatMap((x, index) => (index % 2 ? [] : { x, at: marks[index + 1] }))
  const [first, last] = [places[0], places.at(-1)]
  const pieces = places.slice(1).map((end, index) => [places[index], end])
  const between = (value, from, to) => {
    if (value <= first[from]) return first[to]
    if (value > last[from]) return last[to] + (value - last[from]) * (to === 'at' ? BEYOND : 1 / BEYOND)
    const [start, end] = pieces.find((piece) => value <= piece[1][from])
    return start[to] + ((value - start[from]) / (end[from] - start[from])) * (end[to] - start[to])
  }
  const edges = edgesOf(svg)
  const placeOf = (at) => Math.min(between(at, 'at', 'x'), svg.viewBox.baseVal.width)
  return {
    svg,
    edges,
    clock: Number(svg.dataset.now),
    placeOf,
    instantAt({ clientX, clientY }) {
      const { x } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse())
      if (x < first.x) return undefined
      const near = edges.find((at) => Math.abs(placeOf(at) - x) <= NEAR)
      const at = between(x, 'x', 'at')
      const grain = between(x + 1, 'x', 'at') - at > HOUR ? HOUR : MINUTE
      return near ?? Math.round(at / grain) * grain
    },
  }
}

/** Where something of what is drawn begins or ends, in order. */
function edgesOf(svg) {
  const shapes = [...svg.querySelectorAll('[data-begins], [data-ends]')]
  const all = shapes.flatMap(({ dataset: { begins, ends } }) => [begins, ends].filter(Boolean).map(Date.parse))
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Where a key leads from what is chosen, or from the clock; undefined where it leads nowhere. */
function moved({ edges, clock }, from = clock, { key, shiftKey }) {
  if (key === 'Home') return clock
  if (key === 'ArrowRight') return shiftKey ? edges.find((at) => at > from) : from + DAY
  if (key === 'ArrowLeft') return shiftKey ? edges.findLast((at) => at < from) : from - DAY
  return undefined
}

const SVG = 'http://www.w3.org/2000/svg'

function mark(svg, x) {
  svg.querySelector('.pointed')?.remove()
  if (x === undefined) return
  const clock = svg.querySelector('.clock')
  const line = document.createElementNS(SVG, 'line')
  const [y1, y2] = ['y1', 'y2'].map((name) => clock.getAttribute(name))
  for (const [name, value] of Object.entries({ class: 'pointed', x1: x, x2: x, y1, y2 })) line.setAttribute(name, value)
  svg.append(line)
}

/** On a narrow page the drawing scrolls: what is chosen stays in sight. */
function follow(section) {
  const { left, right } = section.querySelector('.pointed').getBoundingClientRect()
  const box = section.getBoundingClientRect()
  if (left < box.left || right > box.right) section.scrollLeft += left - box.left - box.width / 2
}

/** What of each band holds at an instant, in its own words. */
function tellAt(svg, at, timeZone) {
  const form = { timeZone, dateStyle: 'medium', timeStyle: 'short' }
  const lines = [...svg.querySelectorAll(':scope > g[role=group]')].map((band) => {
    const holding = [...band.querySelectorAll('[role=img]')].filter((shape) => holds(shape, at))
    const reads = holding.filter((shape) => /: a read answers /.test(shape.ariaLabel))
    const words = (reads.length ? reads : holding).map(({ ariaLabel }) => ariaLabel.slice(ariaLabel.indexOf(': ') + 2))
    return `${band.ariaLabel}: ${words.join('; ') || 'nothing'}`
  })
  return [new Intl.DateTimeFormat('en-GB', form).format(at), ...lines].join('\n')
}

function holds({ dataset: { begins, ends }, ariaLabel }, at) {
  if (!begins && !ends) return ariaLabel.startsWith('always: ')
  return (!begins || Date.parse(begins) <= at) && (!ends || at < Date.parse(ends))
}
