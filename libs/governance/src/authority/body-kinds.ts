export const bodyKinds = [
  'council',
  'cabinet',
  'cabinet-committee',
  'committee',
  'board',
  'advisory-group',
  'officer-group',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** The kinds of body that advise and endorse: none of them can hold a power. */
export const advisoryKinds: readonly BodyKind[] = ['cabinet-committee', 'board', 'advisory-group'];

/**
 * Whether what a body decides is subject to call-in where nobody says: decisions of the executive are (Local Government Act
 * 2000, section 9F), so what a cabinet decides is, and what a council or its committees decide is not. Of officers nothing
 * is known until somebody says it.
 */
export const callInUnlessSaid = (bodyKind: BodyKind): boolean | undefined =>
  bodyKind === 'officer-group' ? undefined : bodyKind === 'cabinet';
