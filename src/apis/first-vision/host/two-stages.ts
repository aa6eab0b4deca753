import type { Exchange } from '../../../http/exchange.ts'
import { refuse } from '../../../kernel/problem.ts'
import type { Workspace } from '../../../kernel/workspaces/workspace.ts'
import type { Place, SoughtPlace } from '../domain/place.ts'
import { checksOf, type Edits, failing, judge } from './edits.ts'

/** What an operation of this host supplies. In which order it is used is the host's own, and stands below. */
type Stages<Input, Request, Output> = {
  /** The request as its edits judge it: nesting undone, values as they were sent. */
  read(input: Input, exchange: Exchange): Request
  /** Where it belongs; what it is refused with where no such organization is configured. */
  place(workspace: Workspace, request: NoInfer<Request>): SoughtPlace
  edits: Edits<NoInfer<Request>, Place>
  /** What it does and answers, of a request that the edits let pass; what that names may still not be on file. */
  perform(workspace: Workspace, request: Request, place: Place): Output
}

/**
 * The host's two stages (decision Two stages). First all that can be judged from the request and the settings of its organization
 * and logo; where there is no such organization, from the request alone. Then what is missing or in the way on file.
 */
export const twoStages =
  <Input, Request, Output>({ read, place, edits, perform }: Stages<Input, Request, Output>) =>
  (workspace: Workspace, input: Input, exchange: Exchange): Output => {
    const request = read(input, exchange)
    const sought = place(workspace, request)
    workspace.trace?.checked.push(() => checksOf(edits, request, sought.place))
    judge(failing(edits, request, sought.place))
    return perform(workspace, request, sought.place ?? refuse(sought.refusal))
  }
