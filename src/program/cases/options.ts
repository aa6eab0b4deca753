import { Option } from 'commander'
import { jsonOption } from '../options.ts'

// The flags of the commands that take a case file.

const anyVersionOption = (): Option =>
  new Option('--any-version', 'also plays a case that another version has recorded')

export const replayOptions = (): Option[] => [anyVersionOption(), jsonOption()]

export const minimizeOptions = (): Option[] => [
  new Option('--output <file>', 'where the case goes that is found').makeOptionMandatory(),
  new Option('--rule <name>', 'the rule that the last step must be refused by, instead of giving the same answer'),
  new Option('--code <code>', 'the code that the last answer must hold'),
  new Option('--digest <digest>', 'the digest that the state must have after the last step'),
  anyVersionOption(),
  jsonOption(),
]

export const parityOptions = (): Option[] => [
  new Option('--target <file>', 'the platform that it is held against: a YAML file').makeOptionMandatory(),
  new Option('--dry-run', 'only lists what would be sent').conflicts('send'),
  new Option('--send', 'also sends steps that change something, where the target allows them'),
  new Option('--evidence <file>', 'writes what was confirmed or contradicted, by hashes of the values'),
  jsonOption(),
]
