/** A remark on what the platform would swallow or punish (decision Findings). `path` is a dotted member path. */
export type Finding = { kind: string; message: string; path?: string; suggestion?: string }
