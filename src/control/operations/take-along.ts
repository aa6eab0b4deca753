import * as z from 'zod'
import { workspaceIn } from '../../http/addresses/address.ts'
import type { Face } from '../../http/face.ts'
import type { Operation } from '../../http/operation.ts'
import { operation } from '../../http/operation.ts'
import { FORMS } from '../../http/walkthrough/forms/index.ts'
import { type FindOperation, operationsOf } from '../../http/walkthrough/forms/operations.ts'
import type { Controlled } from '../controlled.ts'
import { DocumentText } from '../document-text.ts'
import { fromLibrary } from '../from-library.ts'
import { notFound } from '../refusals.ts'

/** Walkthroughs for other tools, an operation for each form (decision Take along). `faces` are all that can be asked. */
export const takeAlong = ({ library }: Controlled, faces: () => readonly Face[]): Operation[] => {
  let find: FindOperation | undefined
  return FORMS.map(({ name: form, ending, mediaType, about, write }) =>
    operation({
      id: `takeAlong${form.charAt(0).toUpperCase()}${form.slice(1)}`,
      worldless: true,
      method: 'get',
      path: `/scenarios/{name}${ending}`,
      summary: `The walkthrough of a scenario as ${about}`,
      description:
        'It loads the scenario into a workspace of its own, or into that which the path names, sends each step, and holds the answers against what is expected.',
      source: 'decision Take along',
      params: z.object({ name: z.string() }),
      response: mediaType === 'application/json' ? DocumentText : z.string(),
      produces: { mediaType },
      example: { params: { name: 'temporary-address-ended' } },
    }).handle(async (_workspace, { params: { name } }, exchange) => {
      const { scenario } = await fromLibrary(() => library.definition(name))
      if (!scenario.walkthrough.length) throw notFound(`'${name}' has no walkthrough`)
      find ??= operationsOf(faces())
      return write({ scenario, ...placeOf(exchange.home, name) }, find)
    }),
  )
}

/** Where it is played: at the sandbox as the caller reached it, in the workspace that the caller named, or one of its name. */
const placeOf = (home: string, name: string) => ({ origin: new URL(home).origin, workspace: workspaceIn(home) ?? name })
