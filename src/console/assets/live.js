import { renew } from './renew.js'

/** How long news is gathered before the page is shown anew, in milliseconds. */
const GATHERED = 120
/** After so many milliseconds another attempt is made to reach a server that is gone; ever later, up to the last. */
const AGAIN = [500, 1000, 2000, 5000]

/**
 * Follows the steps of this world by one stream, and shows the page anew when there are any. While the tab is hidden there
 * is no stream: browsers open few connections to one origin.
 */
export function follow({ stream, step }) {
  const button = document.getElementById('live')
  const missed = document.getElementById('missed')
  const state = { last: Number(step), source: undefined, failures: 0, paused: false, waiting: 0, timer: undefined }

  const say = (name, text) => {
    button.dataset.state = name
    const told = button.querySelector('[role=status]')
    if (told.textContent !== text) told.textContent = text
  }
  const stand = () => {
    if (state.paused) say('paused', state.waiting ? `paused, ${state.waiting} new` : 'paused')
    else if (state.failures) say('gone', 'server gone, trying again')
    else say('live', 'live')
  }
  const show = () => {
    if (state.paused || state.timer) return
    state.timer = setTimeout(async () => {
      // What comes while this page is fetched makes it be fetched once more.
      state.timer = undefined
      state.waiting = 0
      await renew().catch(() => undefined)
    }, GATHERED)
  }
  const heard = (event) => {
    if (event.lastEventId) state.last = Number(event.lastEventId)
  }

  function open() {
    clearTimeout(state.again)
    if (state.source || document.hidden) return
    const source = new EventSource(`${stream}?since=${state.last}`)
    state.source = source
    source.onopen = () => {
      const wasGone = state.failures > 0
      state.failures = 0
      stand()
      if (wasGone) show()
    }
    source.onerror = gone
    source.addEventListener('end', gone)
    source.addEventListener('step', (event) => {
      heard(event)
      state.waiting++
      stand()
      show()
    })
    source.addEventListener('held', show)
    source.addEventListener('reset', (event) => {
      heard(event)
      show()
    })
    source.addEventListener('missed', (event) => {
      heard(event)
      const count = JSON.parse(event.data).missed
      missed.textContent =
        count === 1 ? '1 step was missed: it is no longer kept' : `${count} steps were missed: they are no longer kept`
      missed.hidden = false
      show()
    })
  }

  function gone() {
    close()
    const wait = AGAIN[Math.min(state.failures, AGAIN.length - 1)]
    state.failures++
    stand()
    state.again = setTimeout(open, wait)
  }

  function close() {
    state.source?.close()
    state.source = undefined
  }

  button.onclick = () => {
    state.paused = !state.paused
    stand()
    if (!state.paused) show()
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  // A page that comes back from the browser's memory goes on where it was.
  addEventListener('pagehide', close)
  addEventListener('pageshow', open)
  open()
}
