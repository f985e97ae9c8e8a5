/** No digit follows a figure's groups of three: what does, however close, is a figure of its own. */
export const GROUPED = /(?:^|[^\d.,])\d{1,3}(?:,\d{3})+$/;
