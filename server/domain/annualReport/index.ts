export { APPLICANT_CODES, OUTCOME_CODES, type Outcome, ROW_CODES } from './codes'
export { placeOf, readYearRecords, ReportYear } from './records'
export { type AnnualTables, countTables, type TableFault, tableFaults } from './tables'
