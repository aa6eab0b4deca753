/** A status, with a colour that only repeats what its first digit says; `no answer` where there was none. */
export const Status = ({ status }: { status: number }) => (
  <span class={`status s${Math.floor(status / 100)}`}>{status || 'no answer'}</span>
)
