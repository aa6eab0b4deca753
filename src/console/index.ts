import { rememberTheme, themeOf } from '../http/pages/theme.ts'
import { actOn } from './actions.ts'
import { page, seeOther } from './answer.ts'
import { NotAnswered, sendingFor, sendingToPlatform } from './asking.ts'
import { Assets } from './assets.ts'
import { replayCase } from './case-replay.ts'
import { readForm } from './form.ts'
import { framed } from './frame/frame.tsx'
import type { Shown, View } from './page.ts'
import { problem } from './pages/problem.tsx'
import { signIn } from './pages/sign-in.tsx'
import { wayfinding } from './pages/wayfinding.tsx'
import { PAGES } from './pages.ts'
import { matchPath } from './paths.ts'
import { CONSOLE } from './places.ts'
import { replay, type Sends } from './replay.ts'
import { signInBy, signOut } from './sign-in.ts'
import { RULES } from './timeline/style.ts'
import { trigger } from './trigger.ts'
import { viewOf } from './view.ts'
import { walk } from './walk.ts'
import { Walks } from './walks.ts'

/** What the console stands on: the sandbox that it is a part of, and nothing behind its control plane. */
export type House = {
  /** The folder of what pages load. */
  assets: string
  /** Answers as the sandbox does, and logs nothing: pages ask much. */
  look(request: Request): Response | Promise<Response>
  /** Answers as the sandbox does, with a line of the log: what visitors do there is done. */
  act(request: Request): Response | Promise<Response>
}

/** A visitor's request; `path` and `prefix` are those of its address, without and before it. */
export type Visit = { request: Request; path: string; prefix: string }

/** The pages for people (decision Console). It knows what the control plane tells, and keeps walkthroughs under way alone. */
export class Console {
  readonly #house: House
  readonly #assets: Assets
  readonly #walks = new Walks()

  constructor(house: House) {
    this.#house = house
    this.#assets = new Assets(house.assets, { 'timeline.css': RULES })
  }

  async answer(visit: Visit): Promise<Response> {
    const { request, path, prefix } = visit
    const { act, look } = this.#house
    const view = viewOf(visit, sendingFor(request, prefix, look), this.#walks)
    const sends = {
      control: sendingFor(request, prefix, act),
      controlIn: (world: string) => sendingFor(request, world, act),
      platform: (world: string) => sendingToPlatform(request, world, act),
    }
    try {
      if (request.method === 'POST' && path === `${CONSOLE}/case`)
        return await this.#show(visit, view, await replayCase(request, sends, view))
      if (request.method === 'POST') return await done(visit, sends, view)
      if (path.startsWith(`${CONSOLE}/`)) {
        const name = path.slice(CONSOLE.length + 1)
        const found = await this.#assets.answer(name, request.headers.get('if-none-match'))
        if (found) return found
        if (name === 'world') return seeOther(`/w/${encodeURIComponent(view.query.get('name') ?? '')}`)
      }
      return await this.#show(visit, view, await pageAt(path, view))
    } catch (error) {
      if (!(error instanceof NotAnswered)) throw error
      return this.#show(visit, view, error.status === 401 ? signIn(view) : problem(view, error))
    }
  }

  async #show({ request, path }: Visit, view: View, shown: Shown): Promise<Response> {
    const loads = `${CONSOLE}/${await this.#assets.mark()}`
    const theme = themeOf(request.headers.get('cookie'))
    return page(await framed({ view, shown, path, theme, loads }), shown.status ?? 200)
  }
}

function pageAt(path: string, view: View): Shown | Promise<Shown> {
  for (const candidate of PAGES) {
    const params = matchPath(candidate.path, path)
    if (params) return candidate.show({ ...view, params })
  }
  return wayfinding(view, path)
}

/** What the forms of pages are sent to. @throws NotAnswered */
async function done({ request, path }: Visit, sends: Sends, view: View): Promise<Response> {
  const form = await readForm(request)
  switch (path.slice(CONSOLE.length)) {
    case '/act':
      return actOn(form, sends.control)
    case '/replay':
      return replay(form, sends, view)
    case '/walk':
      return walk(form, sends, view)
    case '/trigger':
      return trigger(form, sends, view)
    case '/sign-in':
      return signInBy(form, sends.control)
    case '/sign-out':
      return signOut(form)
    case '/theme':
      return seeOther(form.next, { 'Set-Cookie': rememberTheme(form.fields.get('theme')) })
    default:
      throw new NotAnswered(404, 'Not found', `nothing is done at ${path}`)
  }
}
