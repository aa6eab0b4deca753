import type { Shown, View } from '../page.ts'
import { CONSOLE } from '../places.ts'

/** The way in where the sandbox was started with a token. */
export function signIn(view: View): Shown {
  const next = view.address.startsWith(view.link(CONSOLE)) ? view.link('/') : view.address
  return {
    title: 'Sign in',
    status: 401,
    body: (
      <>
        <h1>Sign in</h1>
        <p class="lead">
          This sandbox was started with a token: --admin-token, or --read-token to look without changing.
        </p>
        <form method="post" action={view.link(`${CONSOLE}/sign-in`)} class="panel sign-in">
          <input type="hidden" name="next" value={next} />
          <label>
            Token
            <input type="password" name="token" required autocomplete="current-password" />
          </label>
          <button type="submit">Sign in</button>
        </form>
      </>
    ),
  }
}
