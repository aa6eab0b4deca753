import { maskTexts } from './masking/redaction.ts'

/** A remark on what the platform would swallow or punish (decision Findings). `path` is a dotted member path. */
export type Finding = { kind: string; message: string; path?: string; suggestion?: string }

/** Adds a remark to those on a request. Whatever it quotes is masked, as it is told and kept. */
export function remark(findings: Finding[], finding: Finding): void {
  findings.push(maskTexts(finding))
}
