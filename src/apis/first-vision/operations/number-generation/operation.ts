import { operation } from '../../../../http/operation.ts'
import { findLogo, findOrganization } from '../../domain/organizations.ts'
import { generateNumbers } from './domain.ts'
import { judgeGeneration } from './edits.ts'
import { NG } from './problems.ts'
import { GeneratedNumbers, generatedNumbers, NumberGeneration, readGeneration } from './wire.ts'

export const numberGeneration = operation({
  id: 'Customer and Account Number Generate',
  method: 'post',
  path: '/customer/generation',
  summary: 'Reserve numbers of six kinds, up to ten of each',
  description: 'A number that was handed out is never handed out again. Card numbers come from test ranges only.',
  tag: 'Customers',
  source: 'contract 4.5',
  body: NumberGeneration,
  response: GeneratedNumbers,
  problems: Object.values(NG),
}).handle((workspace, { body }) => {
  const request = readGeneration(body)
  const organization = findOrganization(workspace, request.organizationNumber)
  judgeGeneration(body, organization && { organization, logo: findLogo(organization, request.logo) })
  return generatedNumbers(request, generateNumbers(workspace, request))
})
