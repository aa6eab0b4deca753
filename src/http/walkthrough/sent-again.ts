import { type Known, putBack } from '../../cases/put-back.ts'
import type { Step } from '../../kernel/journal/step.ts'
import type { WalkthroughStep } from '../../kernel/scenario/schema.ts'

type Request = Extract<WalkthroughStep, { request: unknown }>['request']

/** Headers that belong to a connection or a caller, and say nothing to the platform. */
const OF_THE_WAY =
  /^(?:host|connection|content-length|transfer-encoding|user-agent|accept(?:-encoding|-language)?|cache-control|pragma|cookie|origin|referer|dnt|te|via|expect|upgrade.*|keep-alive|priority|postman-token|traceparent|tracestate|forwarded|x-forwarded-.*|x-real-ip|x-sandbox-workspace|sec-.*|proxy-.*|if-.*)$/

/** Whether a header says something; a body is JSON unless another media type is said. */
const isSaid = (name: string, value: string): boolean =>
  !OF_THE_WAY.test(name) && !(name === 'content-type' && value === 'application/json')

/** What was masked in an answer, by its mark: a value that later requests have from there. */
const MARK = /^\[(masked [0-9a-f]{4})\]$/

/** Makes the requests of a session anew: in the place of masked secrets stand those on file, and values taken from answers. */
export class SentAgain {
  readonly #known: Known
  /** The names of values that were taken, by their marks. */
  readonly #taken = new Map<string, string>()

  /** `known` is what the world knows in which the session begins. */
  constructor(known: Known) {
    this.#known = known
  }

  /** A name for a value that an answer gave, and that is masked there. */
  takes(masked: unknown): string {
    const mark = MARK.exec(String(masked))?.[1] ?? String(masked)
    const name = this.#taken.get(mark) ?? `token${this.#taken.size + 1}`
    this.#taken.set(mark, name)
    return name
  }

  /** The request of a step, and the places in it where something was masked that nobody knows. */
  of({ method, path, requestHeaders, requestBody: body }: Step): { request: Request; missing: string[] } {
    const headers = Object.fromEntries(Object.entries(requestHeaders).filter(([name, value]) => isSaid(name, value)))
    const { request, missing } = putBack(
      { method, path, headers, ...(body !== undefined && { body }) },
      { ...this.#known, of: (mark) => this.#takenAs(mark) ?? this.#known.of(mark) },
    )
    return {
      missing,
      request: {
        ...{ method: method as Request['method'], path: request.path },
        ...(Object.keys(request.headers).length && { headers: request.headers }),
        ...(request.body !== undefined && { body: bodyOf(request.body, requestHeaders) as never }),
      },
    }
  }

  #takenAs(mark: string): string | undefined {
    const name = this.#taken.get(mark)
    return name && `\${${name}}`
  }
}

/** JSON as data where that keeps all its digits, else the text as it was sent. */
function bodyOf(text: string, headers: Record<string, string>): unknown {
  if (!/json/.test(headers['content-type'] ?? 'json')) return text
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null
    return isObject && !/[:[,\s]-?\d[\d.eE+-]{15}/.test(text) ? value : text
  } catch {
    return text
  }
}
