/** Milliseconds in which the second key of two is to come. */
const TOGETHER = 1500

/** Keys that lead: to pages after `g`, along the rows, back, and to whatever bears its own key. */
export function listenToKeys() {
  let gone = Number.NEGATIVE_INFINITY
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const { key } = event
    if (key === 'Escape') return stepOut(event)
    if (isWriting(event.target)) return
    const after = event.timeStamp - gone < TOGETHER
    gone = Number.NEGATIVE_INFINITY
    if (after && press(`[data-go="${CSS.escape(key)}"]`)) return event.preventDefault()
    if (key === 'g') gone = event.timeStamp
    else if (key === '/') focus('[data-filter]')
    else if (key === 't') focus('#drawing')
    else if (key === 'j') move(1)
    else if (key === 'k') move(-1)
    else if (!press(`[data-key="${CSS.escape(key)}"]`)) return
    event.preventDefault()
  })
}

const isWriting = (target) => target.closest?.('input, select, textarea') !== null

/** Closes what is open, leaves what is being written, or leads one step out. */
function stepOut(event) {
  const open = [...document.querySelectorAll('.menu[open]')]
  if (open.length) {
    for (const menu of open) menu.open = false
    open[0].querySelector('summary').focus()
  } else if (isWriting(event.target)) event.target.blur()
  else if (document.getElementById('main').dataset.back) location.assign(document.getElementById('main').dataset.back)
}

function press(selector) {
  const wanted = document.querySelector(selector)
  wanted?.click()
  return wanted !== null
}

const focus = (selector) => document.querySelector(selector)?.focus()

function move(by) {
  const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility())
  const at = rows.indexOf(document.activeElement)
  const open = rows.findIndex((row) => row.ariaCurrent === 'true')
  const next = at < 0 ? (open < 0 ? 0 : open + by) : at + by
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus()
}
