import { beginningOf } from '../beginning.ts'

/** A text from outside with what it is, to be read by keyboard too; of a long one its beginning, `most` bytes of the page. */
export function Excerpt({ title, text, most }: { title: string; text: string; most: number }) {
  const beginning = beginningOf(text, most)
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <pre class="outside" tabindex={0}>
        {beginning}
        {beginning.length < text.length && ' …'}
      </pre>
    </figure>
  )
}
