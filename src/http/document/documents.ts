import type { ScenarioLibrary } from '../../kernel/scenario/library.ts'
import type { Workspaces } from '../../kernel/workspaces/workspaces.ts'
import type { Face } from '../face.ts'
import type { Route } from '../route.ts'
import type { Asked } from './servers.ts'

/** What the making of documents takes: the scenarios, and an app like the one that is documented, on other workspaces. */
export type Makings = {
  library: ScenarioLibrary
  appOn(workspaces: Workspaces): { request(path: string, init: RequestInit): Response | Promise<Response> }
}

/** The faces' OpenAPI documents. Neither they nor what makes them is loaded or made before one is asked for. */
export class Documents {
  /** By the path each is served at. */
  readonly paths: ReadonlyMap<string, Face>
  readonly #routes: Route[]
  readonly #makings: Makings
  readonly #made = new Map<Face, Promise<object>>()

  constructor(faces: Face[], routes: Route[], makings: Makings) {
    this.paths = new Map(faces.map((face) => [pathOf(nameOf(face)), face]))
    this.#routes = routes
    this.#makings = makings
  }

  /** The names that the paths are made of. */
  get names(): string[] {
    return [...this.paths.values()].map(nameOf)
  }

  /** The document of that name, if there is one, as it is wherever the sandbox runs. */
  async named(name: string): Promise<object | undefined> {
    const face = this.paths.get(pathOf(name))
    return face && this.#once(face)
  }

  /** All of them. */
  async byName(): Promise<Record<string, object>> {
    const made: Record<string, object> = {}
    for (const face of this.paths.values()) made[nameOf(face)] = await this.#once(face)
    return made
  }

  /** The document, its servers where it was asked for. */
  async of(face: Face, asked: Asked): Promise<object> {
    const { serversOf } = await import('./servers.ts')
    return { ...(await this.#once(face)), servers: serversOf(face, asked) }
  }

  #once(face: Face): Promise<object> {
    const known = this.#made.get(face)
    if (known) return known
    const made = this.#make(face)
    this.#made.set(face, made)
    return made
  }

  async #make(face: Face): Promise<object> {
    const { documentOf } = await import('./document.ts')
    const { exampleAnswers } = await import('./example-answers.ts')
    const { library, appOn } = this.#makings
    return documentOf(face, this.#routes, await exampleAnswers(library, appOn))
  }
}

const nameOf = ({ documentName, name }: Face): string => documentName ?? name
const pathOf = (name: string): string => `/openapi/${name}.json`
