import type { Hono } from 'hono'
import type { Envelope } from '../apis/first-vision/host/envelope.ts'
import { pathOf } from '../http/addresses/locate.ts'
import { failureOf } from '../http/answers/failure.ts'
import { problemOf } from '../http/answers/problem-details.ts'
import type { Face } from '../http/face.ts'
import type { Services } from '../http/pipeline.ts'
import type { LogEntry } from '../http/server/log-entry.ts'
import { once } from '../kernel/lazy.ts'
import type { Rest } from './rest.ts'

type Making = {
  services: Services
  envelope: Envelope
  /** All that is no simulated API. */
  rest(): Rest | Promise<Rest>
}

/** Something that answers: given at once when it is loaded. */
type Part = () => Pick<Hono, 'fetch'> | Promise<Pick<Hono, 'fetch'>>

/** Both APIs have token endpoints, and tell by more than the path which of them is meant. */
const TOKENS = /^\/(?:oauth\/.*|(?:[^/]+\/)?token)$/
const ISSUER = /^\/(?:api|card-issuing)(?:\/|$)/
const FIRST_VISION = /^\/(?:customer|account|cards|latam-gfs-apis)(?:\/|$)/

/** The sandbox by its parts, told apart by paths alone. Each is loaded with the first request for it, and by itself. */
export class Parts {
  readonly #services: Services
  readonly #rest: Making['rest']
  readonly #issuer: () => Face | Promise<Face>
  readonly #firstVision: () => Face | Promise<Face>
  readonly #parts: { paths: RegExp; part: Part }[]

  constructor({ services, envelope, rest }: Making) {
    this.#services = services
    this.#rest = rest
    this.#issuer = once(async () => (await import('../apis/issuer/face.ts')).issuer())
    this.#firstVision = once(async () => (await import('../apis/first-vision/face.ts')).firstVision(envelope))
    this.#parts = [
      { paths: TOKENS, part: this.#partOf(() => this.apis()) },
      { paths: ISSUER, part: this.#partOf(async () => [await this.#issuer()]) },
      { paths: FIRST_VISION, part: this.#partOf(async () => [await this.#firstVision()]) },
    ]
  }

  /** The simulated APIs. */
  apis(): Promise<Face[]> {
    return Promise.all([this.#firstVision(), this.#issuer()])
  }

  answer(request: Request, env: object): Response | Promise<Response> {
    const path = pathOf(request.url)
    const part = this.#parts.find(({ paths }) => paths.test(path))?.part ?? this.#rest
    const found = part()
    if (!(found instanceof Promise)) return found.fetch(request, env)
    return found.then(
      (there) => there.fetch(request, env),
      (error) => this.#refuse(error, { method: request.method, path }),
    )
  }

  #partOf(apis: () => Promise<Face[]>): Part {
    return once(async () => {
      const [{ apiRouter }, faces] = await Promise.all([import('./api-router.ts'), apis()])
      return apiRouter(faces, this.#services, this.#rest)
    })
  }

  /** A part could not be loaded. Whoever asks next has it tried again. */
  #refuse(error: unknown, asked: Pick<LogEntry, 'method' | 'path'>): Response {
    const { status, body, headers } = problemOf(failureOf(error))
    this.#services.report(error)
    this.#services.log({ ...asked, status })
    return Response.json(body, { status, ...(headers && { headers }) })
  }
}
