/** A sentence of ours in which `backticks` mark what is code. */
export const Prose = ({ text }: { text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 ? <code>{part}</code> : part))}</>
)
