import type { Child } from 'hono/jsx'

/** In place of what is not there: how to come by it, and the command for that. */
export const Empty = ({ children, command }: { children: Child; command?: string }) => (
  <div class="empty">
    <p>{children}</p>
    {command && <pre>{command}</pre>}
  </div>
)
