/**
 * An order (SQL) by a bigint column that no index serves: what few rows are asked for is looked up and sorted, where an
 * index in this order would walk past all others.
 */
export const sortedBy = (column: string): string => `${column} + 0`;
