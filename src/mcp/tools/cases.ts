import * as z from 'zod'
import { tool } from '../tool.ts'

type Step = { step: number; request: { method: string; path: string }; answer: { status: number } }

export const cases = tool({
  name: 'case',
  description:
    'The workspace’s session as a case file: show lists its steps and says how to save it; replay plays it again elsewhere and tells the first difference',
  kind: 'reads',
  input: z.strictObject({ action: z.enum(['show', 'replay']) }),
  run: async (world, { action }) => {
    const { text: file } = await world.document('GET', 'case')
    if (action === 'replay') return { told: [await world.control('POST', 'case/replay', { body: file })] }
    const { scenario, seed, clock, reproducible, reasons, steps } = JSON.parse(file)
    const lines = steps.map(
      ({ step, request: { method, path }, answer: { status } }: Step) => `${step} ${method} ${path} ${status}`,
    )
    const about = { scenario, seed, clock, reproducible, reasons, steps: steps.length }
    return { told: [about, lines.join('\n')], next: `curl ${world.address('case')} > case.json saves it` }
  },
})
