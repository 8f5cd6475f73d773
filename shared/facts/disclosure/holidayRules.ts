/** When the operator is warned that the known holidays 放假安排 end: set by the program, no law asks for it. */
export const HOLIDAY_WARNING = { days: 60, source: '程序设定', checkedOn: '2026-12-01' }
