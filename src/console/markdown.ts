/** Where a link of a text may lead. */
const HARMLESS = /^(https?:\/\/|#|\/(?!\/))/i

/** A text in Markdown as HTML. What it has of HTML itself, and links that lead elsewhere than to pages, stay text. */
export async function htmlOf(markdown: string): Promise<string> {
  const { Marked } = await import('marked')
  const marked = new Marked({
    renderer: {
      html: ({ text }) => escaped(text),
      image: ({ text }) => escaped(text),
      heading({ tokens, depth }) {
        // The page has its own above.
        const level = Math.min(6, depth + 2)
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        return HARMLESS.test(href) ? `<a href="${escaped(href)}" rel="noreferrer">${text}</a>` : text
      },
    },
  })
  return marked.parse(markdown)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
