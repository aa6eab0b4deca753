import type { Words } from '../../http/document/words.ts'

/** What is said of cases. */
export const CASES: Words['members'] = {
  'exportCase until': 'The number of the last step that the case is to have; all that are kept unless given.',
  'replayCase format': 'The format of the case: one that this version writes.',
  'replayCase anyVersion': '`true` to play a case that another version has recorded.',
  verdict:
    '`identical`, or `differs` where an answer is another one, `parted` where all answers are equal and the states are not, `nothing` where there was nothing to play.',
  'replayCase steps': 'How many steps were made.',
  'replayCase step': 'The number of the first step that differs.',
  difference: 'Where it differs.',
  'difference path': 'The dotted path of what differs, such as `answer.status` or `digest`.',
  expected: 'What was recorded; absent where nothing was.',
  'difference actual': 'What came; absent where nothing did.',
  why: 'What stood in the way, where that is known.',
  'replayCase warnings':
    'Circumstances that are other ones than where it was recorded, and may be why it comes out otherwise.',
}
