import { demand, refuseIf } from '../../../../kernel/checks.ts'
import type { Workspace } from '../../../../kernel/workspaces/workspace.ts'
import type { Choice, Issuer } from '../../issuers/records.ts'
import {
  commercialStatusMissing,
  commercialStatusUnknown,
  riskCategoryMissing,
  riskCategoryUnknown,
} from '../problems/attributes.ts'
import type { Attributes } from '../wire/customer.ts'

/** What the issuer classes its customers by, from lists of its own (contract 4.49). */
const RISK = {
  choice: ({ riskCategories }: Issuer): Choice => riskCategories,
  unknown: riskCategoryUnknown,
  missing: riskCategoryMissing,
}
const CLASSES = {
  onlineRiskCategory: RISK,
  offlineRiskCategory: RISK,
  commercialStatus: {
    choice: ({ commercialStatuses }: Issuer): Choice => commercialStatuses,
    unknown: commercialStatusUnknown,
    missing: commercialStatusMissing,
  },
}

type Class = keyof typeof CLASSES
type Sent = { [name in Class]?: string | undefined }

const NAMES = Object.keys(CLASSES) as Class[]

/** Refuses what is sent and is not on the issuer's list. */
export function checkClasses(workspace: Workspace, issuer: Issuer, sent: Sent): void {
  for (const name of NAMES) {
    const { allowed } = CLASSES[name].choice(issuer)
    const value = sent[name]
    refuseIf(
      workspace,
      value !== undefined && !allowed.includes(value),
      CLASSES[name].unknown,
      () => `'${name}' is one of ${allowed.join(', ')} at this issuer, not '${value}'`,
    )
  }
}

/** All of them, the issuer's defaults where they are not sent. */
export function classesOf(workspace: Workspace, issuer: Issuer, sent: Sent): Pick<Attributes, Class> {
  const chosen = NAMES.map((name) => {
    const { choice, missing } = CLASSES[name]
    const value = sent[name] ?? choice(issuer).default
    return [name, demand(workspace, value, missing, () => `'${name}' is needed: this issuer has no default for it`)]
  })
  return Object.fromEntries(chosen)
}
