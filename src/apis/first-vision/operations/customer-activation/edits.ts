import { type Edit, edit, failing, judge } from '../../host/edits.ts'
import { isWrong, oneOf } from '../../host/scalar.ts'
import { additionProblems } from '../customer-add/edits.ts'
import { GC } from '../customer-update/problems.ts'
import type { CustomerActivationRequest as Request } from './wire.ts'

const EDITS: Edit<Request>[] = [edit(GC['09E'], ({ status }) => isWrong(status, oneOf('0', '1', '2')))]

/** The first stage for the activation: what every way to add a customer asks, and the status that only this one takes. */
export const judgeCustomerActivation = (request: Request, ...settings: Settings): void =>
  judge([...failing(EDITS, request, undefined), ...additionProblems(request, ...settings)])

type Settings = Parameters<typeof additionProblems> extends [unknown, ...infer Rest] ? Rest : never
