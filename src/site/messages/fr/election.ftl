# Ce qui ne va pas dans une élection, ses tableaux et ses contours.

# Ce que décrivent des champs.
election-election = une élection
election-round = un tour
election-candidate = un candidat
election-license = une licence
election-source = une source
election-compared = qui est comparé à qui
election-territory = un territoire
election-territory-with-rounds = un territoire avec ses tours
election-the-stations-counted = le compte des bureaux dépouillés

# Valeurs à écrire.
election-contest = un mode de scrutin
election-contest-example = "two-rounds" (deux tours), "one-round" (un tour) ou "question"
election-decided-in = une sorte de territoire : celle où l’élection se décide
election-decided-in-example = "commune", "canton", "circonscription", "department", "region" ou "country" (le pays)
election-kind = une sorte d’élection
election-kind-example = "presidential", "legislative", "senatorial", "european", "regional", "departmental", "cantonal", "municipal", "referendum" ou "primary"
election-stands = une sorte de candidatures
election-stands-example = "candidates", "lists", "pairs" (binômes), "blocs", "nuances" ou "projects" (projets)
election-within = le code d’un département, ou FR
election-share-base = la base d’un pourcentage ou d’une majorité
election-share-base-example = "valid" (exprimés), "voters" (votants) ou "registered" (inscrits)
election-majority = la majorité qu’il faut
election-majority-example = "half" (plus de la moitié), "two-thirds" (les deux tiers) ou "three-quarters" (les trois quarts)
election-decision = ce qui a été décidé, d’après la source
election-decision-example = "adopted" (adoptée), "unanimous" (à l’unanimité), "casting-vote" (par la voix prépondérante) ou "rejected" (rejetée)
election-voting = une manière de voter
election-voting-example = "secret-ballot" (à bulletin secret) ou "show-of-hands" (à main levée)
election-proposal = ce qui est mis aux voix
election-proposal-example = "proposal" (proposition), "resolution", "motion" ou "deliberation"
election-elected = `true`, pour qui est élu d’après la source
election-seat-rule = une règle de répartition des sièges
election-seat-rule-example = "municipal", "paris-lyon-marseille", "regional", "european", "highest-average" (plus forte moyenne) ou "largest-remainder" (plus fort reste)
election-stations-counted = la part des bureaux de vote dépouillés, quand il en manque

# Tours.
election-no-round = l’élection n’a aucun tour
election-no-round-help = ajoutez au moins un tour à `rounds`
election-no-figures-found = aucun chiffre
election-second-round = il y a un tour de trop
election-second-round-found = ce scrutin n’a qu’un tour
election-second-round-help = écrivez `"contest": "two-rounds"`, ou retirez le second tour
election-round-order = les tours ne sont pas dans l’ordre
election-round-order-found = il suit le tour { $before }
election-round-order-help = écrivez les tours dans l’ordre, en commençant par le 1
election-each-round-once-help = écrivez chaque tour une seule fois, dans l’ordre
election-date-order = la date de ce tour ne vient pas après celle du tour précédent
election-date-order-found = le tour précédent est daté du { $date }
election-dates-help = corrigez l’une des deux dates
election-no-figures = ce tour n’a pas de chiffres
election-no-figures-help = ajoutez `candidates`, avec `votes` ou `share` quand ils ont été publiés
election-nowhere-found = ni ici, ni dans un tableau
election-nowhere-help = ajoutez `candidates`, ou importez un fichier avec `urne import results`
election-no-code = rien ne dit de quel territoire sont ces chiffres
election-no-code-found = son tableau a beaucoup de territoires
election-no-code-help = ajoutez `code` à l’élection, par exemple `"code": "78172"`
election-other-code = ce code n’est dans aucun tableau
election-other-code-found = le tour { $round } n’a pas ce territoire
election-other-code-help = corrigez le code, ou importez un fichier qui le contient
election-new-finalist = une candidature n’était pas au tour précédent
election-new-finalist-found = `{ $name }` n’y figure pas
election-new-finalist-help = ajoutez cette candidature au premier tour, ou corrigez le nom
election-needless-question = une question est posée alors qu’il y a des candidats
election-needless-question-found = le mode de scrutin est un autre
election-needless-question-help = écrivez `"contest": "question"`, ou dites dans `introduction` ce qui est demandé
election-answers = une question a deux réponses
election-answers-found = réponses trouvées : { $names }
election-answers-help = appelez les candidats `Oui` et `Non`, ou `Pour` et `Contre` ; pour d’autres choix, écrivez `"contest": "one-round"`
election-unasked = « Pour » et « Contre » ne sont pas des candidats
election-unasked-found = ce sont les réponses à une question
election-unasked-help = écrivez `"contest": "question"`, et dans `question` ce qui est mis aux voix ; une proposition est alors adoptée ou rejetée
election-no-proposal = rien n’est adopté ici
election-no-proposal-found = les réponses ne sont pas `Pour` et `Contre`
election-no-proposal-help = écrivez `"contest": "question"` et les réponses `Pour` et `Contre`, ou retirez ce champ
election-idle-majority = cette majorité ne décide de rien
election-idle-majority-found = ni proposition ni sièges
election-idle-majority-help = retirez `majority`, ou ajoutez `seats` au tour et `"stands": "candidates"` à l’élection
election-other-decision = la décision n’est pas celle des voix
election-other-decision-found = les voix en donnent une autre
election-other-decision-help = corrigez les voix ou `decision`, ou écrivez dans `majority` et `majority_of` la majorité qu’il faut

# Autres territoires.
election-known-name = le nom de ce territoire est connu par son code
election-known-name-found = il s’appelle { $known }, et non { $name }
election-known-name-help = retirez `name`
election-long-name = ce nom est trop long
election-long-name-found = { $bytes } octets avec son code
election-long-name-help = raccourcissez-le : il fait partie de l’adresse de la page
election-no-name = le nom de cette commune manque
election-no-name-found = il n’y a que son code
election-no-name-help = ajoutez `name` au territoire, par exemple `"name": "Achères"`
election-unknown-place = ce n’est pas le code d’un territoire
election-unknown-place-found = code inconnu
election-unknown-place-help = écrivez le code d’un département comme `"78"`, celui d’une commune comme `"78005"`, ou `"FR"`
election-two-pages = ce territoire a deux pages
election-two-pages-found = { $name } figure deux fois dans cette élection
election-two-pages-help = gardez l’une des deux : ici, ou dans les tableaux de l’élection
election-territory-no-round = ce territoire n’a aucun tour
election-territory-no-round-help = ajoutez un tour à `rounds`, ou retirez le territoire
election-no-such-round-found = l’élection n’a pas de tour { $round }
election-no-such-round-help = corrigez le numéro, ou ajoutez ce tour à l’élection
election-other-date = ce tour n’a pas la même date que dans l’élection
election-other-date-found = le tour { $round } est daté du { $date }

# Chiffres.
election-nobody = ce tour n’a pas de candidats
election-nobody-help = ajoutez les candidats à `candidates`
election-no-candidates-found = aucun candidat
election-same-name = deux candidatures ont le même nom
election-same-name-help = retirez l’une des deux, ou distinguez-les par leurs prénoms
election-all-counted = tous les bureaux de vote sont dépouillés
election-all-counted-found = il ne manque rien
election-all-counted-help = retirez `stations_counted`
election-sum-found = { $sum }, et non { $total }
election-exceeds-found = { $part } dépasse { $whole }
election-votes-sum = les voix ne font pas le total des { $words } (`{ $field }`)
election-votes-sum-found = les voix des candidats font { $sum } en tout, et non { $count }
election-more-than-ballots = plus de voix que n’en permet `{ $field }`
election-more-than-ballots-found = { $votes } voix sur { $count } bulletins : chacun ne porte un nom qu’une fois
election-names-sum = plus de voix que n’en permet `{ $field }`
election-names-sum-found = { $sum } voix en tout ; { $count } bulletins de { $names } noms en font { $room } au plus
election-names = il y a plus de voix que de bulletins
election-names-found = les voix font { $sum } en tout, sur { $count } bulletins
election-names-help = si un bulletin porte plusieurs noms, écrivez au tour combien au plus : `"names_per_ballot": { $names }` ; sinon corrigez le chiffre qui est faux
election-needless-names = un bulletin n’a ici qu’un choix
election-needless-names-question = une question a une seule réponse
election-needless-names-lists = cette règle répartit les sièges entre des listes
election-needless-names-table = son tableau le dit, ligne par ligne
election-needless-names-help = retirez `names_per_ballot`
election-blank-hands = à main levée, personne ne vote blanc ni nul
election-blank-hands-found = { $count ->
    [one] il reste { $count } votant qui n’est ni pour personne ni abstentionniste
   *[other] il reste { $count } votants qui ne sont ni pour personne ni abstentionnistes
}
election-blank-hands-help = ajoutez à `candidates` ceux qui se sont abstenus, `{"{"} "name": "Abstention", "votes": { $count } {"}"}`, ou corrigez `voters`
election-abstention-share = l’abstention n’a pas de pourcentage
election-abstention-share-found = qui s’abstient n’est pas dans les exprimés
election-abstention-share-help = écrivez ses `votes` et retirez `share`
election-impossible = aucun nombre entier de voix ne donne ces pourcentages
election-impossible-found = tous les totaux possibles ont été essayés
election-figure-help = corrigez le chiffre qui est faux, ou retirez celui qui est incertain
election-other-share = les voix et le pourcentage se contredisent
election-other-share-found = les voix font { $computed }, et non { $published } { $base }
election-other-share-help = corrigez `votes` ou `share`, ou retirez celui qui est incertain
election-shares-sum = les pourcentages ne font pas 100 en tout
election-shares-sum-found = ils font { $sum } ; les arrondis expliquent { $tolerance } au plus
election-shares-sum-help = corrigez le pourcentage qui est faux, ou ajoutez le candidat qui manque

# Sièges.
election-no-seats = le nombre de sièges manque
election-no-seats-rule = une règle les répartit
election-no-seats-lists = ses listes ont des sièges
election-no-seats-help = ajoutez `seats` au tour : combien il y en a à pourvoir
election-nobody-seated = personne n’obtient ces sièges
election-nobody-seated-found = aucun n’est publié
election-nobody-seated-help = ajoutez `seats` à chaque liste, ou `"seat_rule": "municipal"` pour les faire calculer ; si ce sont des personnes ou des projets, ajoutez `"stands": "candidates"` ou `"projects"` à l’élection
election-seats-sum = le compte des sièges n’y est pas
election-seats-sum-found = les listes en ont { $sum } en tout
election-seats-sum-help = corrigez les sièges d’une liste, ou le nombre à pourvoir
election-too-many-elected = il y a plus d’élus que de sièges
election-too-many-elected-found = { $count ->
    [one] { $count } candidature est élue
   *[other] { $count } candidatures sont élues
}
election-too-many-elected-help = corrigez `seats`, ou retirez `elected` de qui n’est pas élu
election-other-rule = les sièges sont répartis par la règle d’un autre scrutin
election-other-rule-found = elle n’a pas le même nombre de tours
election-other-rule-help = corrigez la règle ou `contest`
election-unknown-seats = les sièges ne peuvent pas être calculés
election-unknown-seats-found = il manque des voix, ou des bureaux de vote à dépouiller
election-unknown-seats-help = retirez `seat_rule` tant que toutes les voix ne sont pas connues
election-other-seats = les sièges publiés ne sont pas ceux de la règle
election-other-seats-none = selon la règle, ce tour n’en donne aucun
election-other-seats-found = selon la règle, les listes ont, dans leur ordre, { $seats }
election-other-seats-help = corrigez les voix ou les sièges, ou retirez `seat_rule`

# Niveaux : comment s’appellent leurs territoires, et s’ils concordent.
election-level = { $level ->
    [stations] bureaux de vote
    [departments] départements
    [regions] régions
    [country] pays
   *[other] { $level }
}
election-no-whole = les territoires de ce tour ne recouvrent pas exactement : { $whole }
election-no-whole-table = il n’a pas de tableau
election-no-whole-table-help = importez son tableau, ou retirez `within`
election-no-whole-sum = les candidats diffèrent sans nuances communes, ou il manque des voix
election-no-whole-sum-help = complétez le tableau ; sinon retirez `within`
election-no-whole-other = le tableau a aussi des territoires de { $other }
election-no-whole-other-help = importez le fichier avec `--within`, ou écrivez `"within": "FR"`
election-other-candidates = deux niveaux de ce tour n’ont pas les mêmes candidats
election-other-candidates-found = dans les { $one } seulement : { $names } ; dans les { $other } seulement : { $others }
election-other-candidates-help = donnez à chaque candidat un même nom de colonne dans les deux tableaux (ou un même `name` dans le tableau des candidats), ou importez de nouveau ce niveau
election-no-other = personne d’autre
election-other-sum = deux niveaux de ce tour ne concordent pas
election-other-sum-found = { $place }, { $counted } : les { $level } font { $sum } en tout, et non { $published }
election-other-sum-help = corrigez le tableau qui est faux ; si les deux ont été publiés ainsi, dites-le dans la colonne `differences` de la ligne du territoire, que les lecteurs voient
election-votes-of = voix de { $candidate }
election-partial = il manque quelque chose à des totaux de ce tour
election-partial-found = totaux incomplets : { $names }
election-partial-help = importez un fichier qui a ce qui manque, ou les chiffres des territoires plus grands ; en l’état, les pages disent ce qui manque et ne donnent personne en tête
election-short = de petits territoires n’atteignent pas ce qui a été publié des plus grands
election-short-found = { $count ->
    [one] le compte n’y est pas : { $names } ; il manque { $count } inscrit au plus
   *[other] le compte n’y est pas : { $names } ; il manque { $count } inscrits au plus
}
election-short-help = cherchez les bureaux de vote ou les communes que le fichier oublie ; en l’état, les pages disent ce qui manque
election-and-more = { $count ->
    [one] { $names } et { $count } autre
   *[other] { $names } et { $count } autres
}

# Tableaux.
election-more-problems = ce tableau a plus d’erreurs qu’il n’en est montré
election-more-problems-help = corrigez celles-ci, ou importez de nouveau les résultats
election-empty-cell = cette ligne n’a rien dans la colonne `{ $column }`
election-empty-cell-found = case vide
election-empty-cell-help = remplissez la case, ou supprimez la ligne
election-no-number = il faut ici un nombre
election-no-number-found = `{ $text }` n’est pas un nombre entier
election-no-number-help = n’écrivez que des chiffres, ou laissez la case vide là où rien n’a été publié
election-no-column = la colonne `{ $name }` manque
election-no-column-found = la première ligne
election-no-column-help = ajoutez la colonne `{ $name }`, ou importez de nouveau les résultats
election-duplicate-column = cette colonne figure deux fois
election-unknown-column = colonne inconnue
election-unknown-column-help = les colonnes possibles sont { $allowed }
election-cells = cette ligne est coupée ou trop longue
election-cells-found = { $count ->
    [one] { $count } case, alors que la première ligne en a { $expected }
   *[other] { $count } cases, alors que la première ligne en a { $expected }
}
election-import-again = importez de nouveau les résultats
election-long-cell-found = { $bytes } octets dans une seule case
election-long-cell-help = raccourcissez le texte, ou fermez ses guillemets
election-unknown-ballot = cette sorte de bulletin est inconnue
election-unknown-ballot-help = écrivez several-names, ou laissez la case vide
election-code-order = les codes doivent être triés, et chacun n’y être qu’une fois
election-code-order-found = `{ $code }` suit `{ $before }`
election-code-order-help = triez les lignes par code et gardez chaque code une seule fois
election-no-colour = il faut ici une couleur
election-no-colour-help = écrivez par exemple #005a9c, ou le code d’une nuance comme SOC
election-no-share = il faut ici un pourcentage
election-no-share-help = écrivez-le avec un point et deux décimales : 45.87
election-unknown-territory = ce territoire est inconnu
election-unknown-within-help = écrivez le code d’une commune ou d’un département, ou FR
election-unknown-code-found = `{ $code }` n’est pas parmi les territoires
election-unknown-code-help = corrigez le code, ou ajoutez le territoire à l’autre tableau
election-duplicate-candidate = ce candidat figure deux fois
election-duplicate-candidate-found = `{ $key }` est déjà plus haut
election-duplicate-candidate-help = supprimez l’une des deux lignes

# Contours.
election-map = une carte en TopoJSON
election-map-type = une carte en TopoJSON (« topologie »)
election-map-type-example = "Topology" (`urne import contours` fait un tel fichier)
election-map-position = une paire de nombres
election-map-transform = une mise à l’échelle
election-map-scale = une échelle et un décalage
election-map-objects = une seule collection de formes
election-map-collection = une collection de formes
election-map-shape = un polygone avec un code
election-map-properties = la liste des propriétés d’un territoire
election-map-the-properties = la liste des propriétés
election-map-arc = le numéro d’une ligne
election-map-arc-example = 3, ou -4 pour la même ligne à l’envers
election-map-no-extent = cette carte n’a pas d’étendue
election-map-no-extent-help = importez de nouveau ses contours
election-map-line = cette ligne ne peut pas être tracée
election-map-line-found = trop courte, ou en dehors de la Terre
election-map-line-help = importez de nouveau les contours : les positions sont en degrés (WGS 84)
election-map-duplicate-code = le code `{ $code }` figure deux fois
election-map-duplicate-code-help = gardez l’un des deux territoires
election-map-open = ce contour n’est pas fermé
election-map-open-found = il manque une ligne, ou elle ne commence pas où finit la précédente
election-map-open-help = importez de nouveau les contours
election-registered = inscrits
election-abstentions = abstentions
election-voters = votants
election-blank = blancs
election-null = nuls
election-blank-and-null = blancs et nuls
election-valid = exprimés
election-sum = { $parts } ≠ { $total } (`{ $fields }`)
election-plus = { $one } + { $other }
election-abstaining = abstentions déclarées
election-exceeds = { $part } > { $whole } (`{ $fields }`)
