# Les erreurs les plus courantes dans les champs et les fichiers JSON.

mistakes-write = écrivez `{ $line }`
mistakes-date = cette date ne peut pas être lue
mistakes-date-found = l’année vient d’abord, le jour à la fin
mistakes-date-form-found = elle s’écrit un peu autrement
mistakes-year-found = il manque l’année
mistakes-year-help = écrivez `{ $line }`, avec votre année à la place de 2000
mistakes-day = ce jour n’existe pas
mistakes-day-found = il n’est dans aucun calendrier
mistakes-day-help = corrigez le jour, le mois ou l’année
mistakes-number = ce nombre ne peut pas être lu
mistakes-number-spaced = ici, les chiffres se suivent sans espace
mistakes-number-comma = ici, les décimales viennent après un point
mistakes-number-percent = ici, on n’écrit pas le signe %
mistakes-word = ce mot ne peut pas être lu
mistakes-word-found = oui s’écrit `true`, non s’écrit `false`
mistakes-marks-curly = ce ne sont pas les guillemets droits du clavier
mistakes-marks-curly-found = seul le signe " marque où un texte commence et finit
mistakes-marks-inside = il y a un guillemet droit au milieu de ce texte
mistakes-marks-inside-found = le deuxième signe " termine le texte
mistakes-marks-one = il manque un des deux guillemets de ce texte
mistakes-marks-one-found = un texte se place entre deux signes "
mistakes-marks-none = ce texte n’est pas entre guillemets
mistakes-marks-none-found = un texte se place entre deux signes "
mistakes-empty = ce champ n’a pas de valeur
mistakes-empty-found = rien ne suit le signe =
mistakes-colon = ici, un champ s’écrit avec le signe =
mistakes-colon-found = il y a un deux-points
mistakes-prose = cette ligne n’est pas un champ
mistakes-prose-found = il faudrait un nom, le signe = et une valeur
mistakes-prose-help = si le texte commence ici, écrivez une ligne `+++` avant ; si c’est une note, commencez-la par `#`
mistakes-name = le nom de ce champ n’est pas entre guillemets droits
mistakes-name-found = un nom se place entre deux signes "
mistakes-comma = il manque une virgule
mistakes-comma-found = après ceci
mistakes-comma-help = ajoutez une virgule à cet endroit : il en faut une entre deux valeurs
mistakes-comma-twice = il y a une virgule de trop
mistakes-comma-twice-found = celle-ci
mistakes-comma-twice-help = supprimez-la : une seule virgule sépare deux valeurs
mistakes-unclosed = cette accolade ou ce crochet n’est jamais refermé
mistakes-unclosed-found = l’ouverture est ici
mistakes-unclosed-help = écrivez `{ $closing }` là où il finit
mistakes-toml = ces champs ne peuvent pas être lus
mistakes-toml-found = la lecture s’arrête ici
mistakes-toml-help = écrivez un champ par ligne, comme `title = "Notre nouveau local"` : les textes entre guillemets droits
mistakes-toml-twice = ce champ est là deux fois
mistakes-toml-twice-found = il a déjà une valeur
mistakes-toml-twice-help = gardez une seule des deux lignes
mistakes-json = ce fichier ne peut pas être lu
mistakes-json-found = la lecture s’arrête ici
mistakes-json-help = les noms et les textes se placent entre guillemets droits, et une virgule sépare deux valeurs
mistakes-json-empty = ce fichier est vide
mistakes-json-empty-help = écrivez les champs entre `{"{"}` et `{"}"}`, ou supprimez le fichier
mistakes-group = les champs de ce fichier sont dans le groupe `[{ $group }]`
mistakes-group-found = tout ce qui suit appartient au groupe
mistakes-group-help = placez `[{ $group }]` et ses champs en dernier, juste avant la ligne `+++`
mistakes-conflict = Git a mêlé deux versions de ce fichier
mistakes-conflict-found = la première de ses marques
mistakes-conflict-help = gardez une seule des deux versions, et supprimez les lignes qui commencent par `<<<<<<<`, `=======` et `>>>>>>>`
mistakes-fence-first = il manque les champs du début
mistakes-fence-yaml = les champs sont entre d’autres lignes que prévu
mistakes-fence-found = il faudrait ici une ligne `+++`
mistakes-fence-first-help = commencez le fichier par une ligne `+++`, des champs comme `title = "…"`, puis une ligne `+++`
mistakes-fence-yaml-help = écrivez `+++` à la place des deux `---`, et les champs sous la forme `title = "…"`
mistakes-fence-last = les champs ne se terminent pas
mistakes-fence-last-found = le texte semble commencer ici
mistakes-fence-last-help = écrivez une ligne `+++` entre les champs et le texte
mistakes-accent = le nom de ce champ a un accent
mistakes-accent-found = les noms des champs sont des mots anglais
mistakes-accent-help = écrivez le nom d’un champ connu, comme `title`
