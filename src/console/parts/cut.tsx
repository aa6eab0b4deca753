import { beginningOf } from '../beginning.ts'

/** A text from outside, as text: of a long one its beginning, and the way to the rest. */
export function Cut({ text, most, rest }: { text: string; most: number; rest: string }) {
  const beginning = beginningOf(text, most)
  return (
    <>
      <pre class="outside">{beginning}</pre>
      {beginning.length < text.length && (
        <p class="cut">
          The first {beginning.length} of {text.length} characters. <a href={rest}>The rest, raw</a>
        </p>
      )}
    </>
  )
}
