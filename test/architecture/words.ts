import { basename } from 'node:path'
import { codeOf, type Source } from './source.ts'

const CLOCK_OR_CHANCE =
  /\bDate\.now\b|\bnew Date\b|\bDate\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b|\bperformance\.now\b|\bsetInterval\b|\bDateTime\.(now|local|utc)\(|\bprocess\.(hrtime|uptime)\b/

/** Time and chance that do not come from the workspace. */
export const clockOrChance = (source: Source): string[] => linesWith(source, codeOf(source), CLOCK_OR_CHANCE)

const VENDOR = /first.?vision|visionplus|fiserv|worldline|\bVPL|latam|issuer(?!-sandbox)|customer|embosser|\bWL-/i

/** Words of one API, where all are served. */
export const vendorWords = (source: Source): string[] => linesWith(source, codeOf(source), VENDOR)

/** What waits, where nothing may come between. */
export const waiting = (source: Source): string[] =>
  linesWith(source, codeOf(source), /\basync\b|\bawait\b|\bPromise\b/)

/** Validators of a router, which come before the pipeline. */
export const routerValidators = (source: Source): string[] =>
  linesWith(source, codeOf(source), /\.openapi(Routes)?\(|\bz?[vV]alidator\(/)

const MACHINE = /[/](?:work|home|root|Users)[/]\w|\bregistry[.]\w|"resolved": *"http/

/** Where one machine, or one registry, shows. */
export const machineTraces = (source: Source): string[] => linesWith(source, source.text, MACHINE)

const DRAWERS = /^(helpers?|utils?|utilities|common|misc|shared|managers?|services?|types|lib|base)\b/

/** Names that say nothing of what is inside. `base.ts` is named for the start that workspaces share. */
export const drawers = ({ path }: Source): string[] =>
  path !== 'src/kernel/states/base.ts' && path.split('/').some((part) => DRAWERS.test(basename(part))) ? [path] : []

export const longerThan =
  (most: number) =>
  ({ path, text }: Source) => {
    const lines = text.trimEnd().split('\n').length
    return lines > most ? [`${path}: ${lines} lines`] : []
  }

const linesWith = ({ path }: Source, text: string, pattern: RegExp): string[] =>
  text.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim()}`] : []))
