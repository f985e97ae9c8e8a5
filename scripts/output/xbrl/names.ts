/** Namespaces that OIM 1.0 binds to these prefixes (oim-common, reserved prefixes). */
export const RESERVED = {
  iso4217: 'http://www.xbrl.org/2003/iso4217',
  xbrl: 'https://xbrl.org/2021',
  xbrli: 'http://www.xbrl.org/2003/instance',
} as const;

/** Standard taxonomies by the prefix of the vocabulary's elements: namespace, and the schema that declares them. */
export const TAXONOMIES: Readonly<Record<string, readonly [namespace: string, schema: string]>> = {
  dei: ['http://xbrl.sec.gov/dei/2024', 'https://xbrl.sec.gov/dei/2024/dei-2024.xsd'],
  'ifrs-full': [
    'https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full',
    'https://xbrl.ifrs.org/taxonomy/2024-03-27/full_ifrs/full_ifrs-cor_2024-03-27.xsd',
  ],
  'us-gaap': ['http://fasb.org/us-gaap/2024', 'https://xbrl.fasb.org/us-gaap/2024/elts/us-gaap-2024.xsd'],
};

/**
 * Elements that older releases are filed with and that US GAAP has taken out or marked as deprecated by 2024, with the rules
 * on revenue, leases, securities, losses on loans, related parties, deferred taxes and restricted cash that they belonged to:
 * nothing new should be told in them.
 */
export const WITHDRAWN: ReadonlySet<string> = new Set(
  `SalesRevenueNet SalesRevenueGoodsNet SalesRevenueServicesNet LicensesRevenue MaintenanceRevenue AdvertisingRevenue
  FeesAndCommissionsDepositorAccounts FeesAndCommissionsFiduciaryAndTrustActivities CostOfGoodsSold CostOfServices
  LeaseOperatingExpense RelatedPartyTransactionExpensesFromTransactionsWithRelatedParty GainLossOnSaleOfSecuritiesNet
  EarningsPerShareBasicAndDiluted WeightedAverageNumberOfShareOutstandingBasicAndDiluted AvailableForSaleSecurities LoansAndLeasesReceivableAllowance
  DueFromRelatedPartiesCurrent DueToRelatedPartiesCurrent DeferredTaxAssetsNetCurrent DeferredTaxAssetsNetNoncurrent
  DeferredTaxLiabilitiesNoncurrent CapitalLeaseObligations CapitalLeaseObligationsCurrent CapitalLeaseObligationsNoncurrent
  TreasuryStockShares CumulativeEffectOfNewAccountingPrincipleInPeriodOfAdoption CapitalLeaseObligationsIncurred
  RepaymentsOfLongTermCapitalLeaseObligations PaymentsToAcquireAvailableForSaleSecurities
  ProceedsFromSaleOfAvailableForSaleSecurities InterestPaid CashAndCashEquivalentsPeriodIncreaseDecrease
  EffectOfExchangeRateOnCashAndCashEquivalents ExcessTaxBenefitFromShareBasedCompensationOperatingActivities`
    .split(/\s+/)
    .map((name) => `us-gaap:${name}`),
);

/** Prefix of an issuer's own elements, axes, members and units. */
export const OWN = 'ext';
/** Prefix of the scheme that names issuers as this site does. */
export const ISSUERS = 'issuers';

export const ownNamespace = (issuer: string): string => `urn:tieout:issuer:${issuer}`;
export const ISSUER_SCHEME = 'urn:tieout:issuers';

/** Gives each thing a name of its own that XML takes (NCName), close to its id. */
export class Names {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set<string>();

  nameOf(key: string, wish: string): string {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const plain = wish.replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^(?![\p{L}_])/u, '_');
    let name = plain;
    for (let next = 2; this.#taken.has(name); next++) name = `${plain}_${next}`;
    this.#taken.add(name);
    this.#byKey.set(key, name);
    return name;
  }
}

/** `north-america` and `ShareBasis` as parts of a name: `NorthAmerica`. */
export const upperCamel = (id: string): string =>
  id
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
