import { stringify } from 'yaml'

/** Plain data as a YAML file: long texts stay on their lines, and nothing is shared by aliases. */
export const yamlText = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
