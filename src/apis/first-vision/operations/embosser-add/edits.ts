import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isOrganizationOrLogo, isWrongName } from '../../host/scalar.ts'
import { IC } from './problems.ts'
import type { EmbosserAdd as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [
  edit(IC['03S'], ({ organizationNumber }) => isWrongName(organizationNumber, isOrganizationOrLogo)),
]

/** The first stage for the embosser add; no setting has a say in it. */
export const judgeEmbosserAdd = (request: Request): void => judge(failing(EDITS, request, undefined))
