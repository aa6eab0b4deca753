import { createContact } from './operations/create-contact.ts'
import { modifyContact } from './operations/modify-contact.ts'
import { removeContact } from './operations/remove-contact.ts'

export const contactOperations = [...createContact, ...modifyContact, ...removeContact]
