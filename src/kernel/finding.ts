/** A remark on a request that the platform would swallow or punish (design 3.8). `path` is a dotted member path. */
export type Finding = { kind: string; message: string; path?: string; suggestion?: string }
