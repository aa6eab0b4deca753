import type { McpServer } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { cut, MOST_TEXT } from './cut.ts'
import { Refused, type World } from './world.ts'

/** What a tool does to its world, as clients ask before they let it. */
export type Kind = 'reads' | 'adds' | 'replaces' | 'begins anew'

/** What is told: texts or JSON, each cut by itself; and what to do next, where that is not plain. */
export type Told = { told: unknown[]; most?: number; next?: string | undefined }

export type Tool = {
  name: string
  description: string
  kind: Kind
  input: z.ZodObject
  // biome-ignore lint/suspicious/noExplicitAny: types are forgotten here, `tool` keeps them
  run(world: World, args: any): Promise<Told>
}

type Definition<I extends z.ZodObject> = Omit<Tool, 'input' | 'run'> & {
  input: I
  run(world: World, args: z.output<I>): Promise<Told>
}

/** A tool whose arguments are typed by its schema. */
export const tool = <I extends z.ZodObject>(definition: Definition<I>): Tool => definition

const HINTS: Record<Kind, { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean }> = {
  reads: { readOnlyHint: true, destructiveHint: false, idempotentHint: true },
  adds: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  replaces: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  'begins anew': { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
}

const workspace = z.string().optional()

/** Offers a tool; what a world refuses is told as its result, so that whoever called can mend the call. */
export function register(
  server: McpServer,
  { name, description, kind, input, run }: Tool,
  worldOf: (workspace?: string) => World,
  report: (error: unknown) => void,
): void {
  const annotations = { ...HINTS[kind], openWorldHint: false }
  const inputSchema = input.safeExtend({ workspace })
  server.registerTool(name, { description, inputSchema, annotations }, async ({ workspace: named, ...args }) => {
    try {
      const { told, most = MOST_TEXT, next } = await run(worldOf(named as string | undefined), args)
      const texts = told.map((one) => cut(typeof one === 'string' ? one : JSON.stringify(one), most))
      return { content: [...texts, ...(next === undefined ? [] : [`Next: ${next}`])].map(asText) }
    } catch (error) {
      const isOurs = !(error instanceof Refused)
      if (isOurs) report(error)
      const message = isOurs ? 'the sandbox failed; its log says how' : error.message
      return { isError: true, content: [asText(cut(message, MOST_TEXT))] }
    }
  })
}

const asText = (text: string) => ({ type: 'text' as const, text })
