/** Words that a text in the country's language may offer as a way out. */
export const germanWaysOut = ['STOP', 'STOPP', 'abmelden', 'abbestellen', 'Abmeldung'];
export const frenchWaysOut = ['STOP', 'désabonner', 'désinscrire'];
export const italianWaysOut = ['STOP', 'cancellami', 'disiscrivimi'];
export const dutchWaysOut = ['STOP', 'afmelden', 'uitschrijven'];
export const spanishWaysOut = ['BAJA', 'STOP'];
export const portugueseWaysOut = ['STOP', 'PARAR', 'SAIR'];
export const polishWaysOut = ['STOP', 'wypisz', 'rezygnuję'];
export const swedishWaysOut = ['STOP', 'STOPP', 'avregistrera'];
