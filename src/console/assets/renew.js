import { letCopy } from './copy.js'

/** Fetches this page again, and takes over its live parts: what is the same stays in place, with focus and selection. */
export async function renew() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html', 'x-console-renewal': 'yes' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const next = fresh.getElementById(part.id)
    if (next && !part.isEqualNode(next)) takeOver(part, next)
  }
  letCopy(document)
  document.dispatchEvent(new Event('renewed'))
}

function takeOver(part, next) {
  const [rows, nextRows] = [rowsIn(part), rowsIn(next)]
  if (rows && nextRows) takeOverRows(rows, nextRows)
  else part.replaceChildren(...next.childNodes)
}

const rowsIn = (part) => (part.dataset.live === 'rows' ? part : part.querySelector('tbody'))

/** Row by row, known by their ids: who reads or stands on one keeps it. */
function takeOverRows(rows, nextRows) {
  const known = new Map([...rows.children].map((row) => [row.id, row]))
  const next = [...nextRows.children].map((row) => {
    const former = known.get(row.id)
    if (former && isSame(former, row)) return former
    if (!former) row.classList.add('new')
    return row
  })
  const kept = new Set(next)
  for (const row of [...rows.children]) if (!kept.has(row)) row.remove()
  next.forEach((row, index) => {
    if (rows.children[index] !== row) rows.insertBefore(row, rows.children[index] ?? null)
  })
}

/** Whether a row says the same as before; that it was new then is no part of it. */
function isSame(former, row) {
  if (!former.classList.contains('new')) return former.isEqualNode(row)
  const marked = row.cloneNode(true)
  marked.classList.add('new')
  return former.isEqualNode(marked)
}
