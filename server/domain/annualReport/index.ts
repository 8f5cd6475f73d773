export { APPLICANT_CODES, APPLICANTS, OUTCOME_CODES, type Outcome, OUTCOMES, ROW_CODES, ROWS } from './codes'
export { placeOf, readYearRecords, recordFaults, ReportYear, YearRecords } from './records'
export { type AnnualTables, countTables, type TableFault, tableFaults } from './tables'
