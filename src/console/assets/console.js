// Makes pages quicker and live. All of them work without it.
import { letPoint } from './along-time.js'
import { letCopy } from './copy.js'
import { listenToKeys } from './keys.js'
import { follow } from './live.js'

letCopy(document)
letPoint()
listenToKeys()
if (document.body.dataset.stream) follow(document.body.dataset)
