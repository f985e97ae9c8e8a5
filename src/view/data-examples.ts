/** How revenue by quarter is taken from the data files, by tool; a test runs what it can. */
export const REVENUE_BY_QUARTER: readonly { readonly tool: string; readonly code: string }[] = [
  {
    tool: 'pandas',
    code: `import pandas as pd
s = pd.read_csv('series.csv').fillna({'dimensions': ''})
s[(s.measure == 'Revenues') & s.fiscal_part.isin(['1Q', '2Q', '3Q', '4Q'])
  & (s.dimensions == '') & (s.basis == 'reported') & (s.unit == 'JPY')]`,
  },
  {
    tool: 'DuckDB',
    code: `SELECT issuer, period, value FROM read_csv('series.csv', allow_quoted_nulls = false)
WHERE measure = 'Revenues' AND fiscal_part IN ('1Q', '2Q', '3Q', '4Q')
  AND dimensions = '' AND basis = 'reported' AND unit = 'JPY'
ORDER BY issuer, "end"`,
  },
  {
    tool: 'DuckDB, from the folder of Parquet',
    code: `SELECT s.issuer, s.period, f.value * f.polarity AS value
FROM read_parquet('facts.parquet/*/*.parquet', hive_partitioning = true) AS f
JOIN read_csv('series.csv', allow_quoted_nulls = false) AS s ON s.fact = f.id
WHERE s.measure = 'Revenues' AND s.fiscal_part IN ('1Q', '2Q', '3Q', '4Q')
  AND s.dimensions = '' AND s.basis = 'reported' AND s.unit = 'JPY'
ORDER BY s.issuer, s."end"`,
  },
  {
    tool: 'R',
    code: `s <- read.csv('series.csv', na.strings = NULL, colClasses = c(dimensions = 'character'))
subset(s, measure == 'Revenues' & fiscal_part %in% c('1Q', '2Q', '3Q', '4Q') &
  dimensions == '' & basis == 'reported' & unit == 'JPY')`,
  },
  {
    tool: 'Excel',
    code: `Sheet Series of the issuer’s workbook, filters on: measure = Revenues; fiscal_part = 1Q, 2Q, 3Q, 4Q;
dimensions = (blanks); basis = reported; unit = JPY`,
  },
];
