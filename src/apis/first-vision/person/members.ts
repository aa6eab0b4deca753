import type * as z from 'zod'
import {
  judgedDate,
  judgedDayOfYear,
  judgedInteger,
  judgedText,
  type Kept,
  keeper,
  partlyJudgedText,
  type Sent,
  schemasOf,
  text,
} from '../host/members.ts'
import { sparseObject, strictSparseObject } from '../host/sparse-object.ts'

/** A person on a customer record, as far as every operation knows one, in the order of the contract (4.4). */
export const PERSON_MEMBERS = {
  title: text(20),
  maritalStatus: judgedText(1, ['', '0', '1', '2', '3', '4']),
  nameLine1: text(40),
  nameTypeIndicator1: judgedInteger(1),
  nameLine2: text(40),
  nameTypeIndicator2: judgedInteger(1),
  nameLine3: text(40),
  nameTypeIndicator3: judgedInteger(1),
  houseNumber: text(20),
  houseName: text(40),
  houseAddress1: text(40),
  houseAddress2: text(40),
  houseAddress3: text(40),
  houseAddress4: text(40),
  city: text(30),
  state: text(3),
  postalCode: text(10),
  countryCode: judgedText(3),
  ownOrRentResidenceFlag: judgedInteger(1),
  foreignIndicator: text(1),
  languageIndicator: text(3),
  mailingListIndicator: text(1),
  contactIndicator: judgedInteger(2),
  genderCode: judgedInteger(1),
  carrierRoute1And2: text(2),
  carrierRoute3And4: judgedInteger(2),
  homePhoneNumber: text(20),
  homeFaxPhoneNumber: text(20),
  mobilePhoneNumber: text(20),
  dateOfBirth: judgedDate(),
  driverLicenseNumber: text(20),
  driverLicenseState: text(3),
  driverLicenseCountry: text(3),
  identificationNumberFlag: judgedInteger(1),
  identificationNumber: partlyJudgedText(25),
  dateOfFile: judgedDate(),
  statementMessageIndicator: judgedInteger(1),
  employerName: text(40),
  employerAddress1: text(40),
  employerAddress2: text(40),
  employerPhoneNumber: text(20),
  employerPhoneExtension: text(6),
  employerPhoneFlag: judgedInteger(1),
  position: text(4),
  relativeName: text(40),
  numberOfDependents: judgedInteger(3),
  email: text(60),
  memo1: text(60),
  memo2: text(60),
  user1: text(2),
  user2: text(2),
  user3: text(7),
  user4: text(1),
  user5: text(1),
  user6: text(2),
  user7: text(2),
  user8: text(3),
  user9: text(3),
  user10: judgedDayOfYear(),
  user11: judgedDayOfYear(),
  user12: text(30),
  user13: text(30),
  user14: text(20),
  user15: text(20),
  demographic1: text(20),
  demographic2: text(20),
  demographic3: text(20),
  homePhoneFlag: judgedInteger(1),
  faxPhoneFlag: judgedInteger(1),
  mobilePhoneFlag: judgedInteger(1),
  emailFlag: judgedInteger(1),
  smsFlag: judgedInteger(1),
  lastName: text(40),
  middleName: text(40),
  firstName: text(40),
  suffix: text(20),
  county: text(30),
}

/** What Customer Add asks beyond that; no other operation reads or shows it. */
const ADDED_MEMBERS = {
  ffNumber: text(15),
  // Blank is 1 (contract 9 #10).
  statement2Indicator: judgedText(1, ['', '1', '2', '3']),
  address2Indicator: text(1),
  address3Indicator: text(1),
  address2Line1: text(40),
  address2Line2: text(40),
  address2Line3: text(40),
  city2: text(25),
  postalCode2: text(9),
  countryCode2: text(3),
  address3Line1: text(40),
  address3Line2: text(40),
  address3Line3: text(40),
  city3: text(25),
  postalCode3: text(9),
  countryCode3: text(3),
  userDate3: judgedDate(),
  income: judgedInteger(2),
  cuit: judgedText(11),
  occupationCode: judgedText(6),
  ivaPosition: judgedText(1),
}

/**
 * The owner's block of Customer Add and the co-owner's: the two differ in minimum lengths only, and those are not
 * enforced (decision Wrong types).
 */
const OWNER_MEMBERS = { ...PERSON_MEMBERS, ...ADDED_MEMBERS }

/** What can be on record of a person. Only an update can say when a form was sent. */
export const KEPT_MEMBERS = { ...OWNER_MEMBERS, formDateSent: judgedDate() }

export type OwnerMember = keyof typeof KEPT_MEMBERS

/**
 * Members to which the bank gives a meaning of its own; an update has an indicator of its own for them (contract 4.6).
 */
export const isUserMember = (member: string): boolean => /^(user|demographic)\d+$/.test(member)

/** The block as it is sent. */
export type OwnerInput = Sent<typeof KEPT_MEMBERS>

/** The block as it is kept: what was given, and nothing else. */
export type Owner = Kept<typeof KEPT_MEMBERS>

export const OwnerBlock: z.ZodType<OwnerInput, OwnerInput> = sparseObject(schemasOf(OWNER_MEMBERS))

/** What is kept of a block; members that are left out cost nothing. */
export const keepOwner: (sent: OwnerInput) => Owner = keeper(KEPT_MEMBERS)

/** A block after an update: what is not sent is kept, what is blank is cleared (contract 9 #17). */
export function mergeOwner(kept: Owner, sent: OwnerInput): Owner {
  const merged: Record<string, unknown> = { ...kept }
  for (const member in sent) delete merged[member]
  return { ...merged, ...keepOwner(sent) }
}

/** The block of a scenario's record: no member that the platform does not know. */
export const WrittenOwner = strictSparseObject(schemasOf(KEPT_MEMBERS)).transform(keepOwner)
