/** Shows the buttons that copy what an element says: only a script can. */
export function letCopy(root) {
  for (const button of root.querySelectorAll('[data-copy]')) {
    button.hidden = false
    button.onclick = () => copy(button)
  }
}

async function copy(button) {
  const name = button.textContent
  const text = document.getElementById(button.dataset.copy).textContent
  button.textContent = (await toClipboard(text)) ? 'Copied' : 'Select and copy it by hand'
  setTimeout(() => {
    button.textContent = name
  }, 1500)
}

/** Browsers give the clipboard to pages of localhost and of TLS alone. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
