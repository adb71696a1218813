# Ce qui entoure les erreurs d’un dossier de contenu.

check-error = erreur{" "}
check-warning = attention{" "}
check-help = aide{" "}
check-note = note{" "}
check-separator = {" ; "}
check-only-first-shown = Seules les { $count } premières erreurs sont montrées.
check-problems-found = { $count ->
    [one] 1 erreur trouvée ; rien n’a été écrit.
   *[other] { $count } erreurs trouvées ; rien n’a été écrit.
}

# Période de réserve.
check-reserve-new = cet article paraîtrait pendant la période de réserve
check-reserve-changed = cet article a changé, et c’est la période de réserve
check-reserve-found = du { $from } au { $until }, rien ne doit être diffusé qui fasse campagne (code électoral, art. L. 49)
check-reserve-help = publiez-le après, avec `publish_at = { $until }` ; si c’est une information pratique (horaires, lieux, pièces à présenter), écrivez `practical = true`

# Anciennes adresses.
check-alias-taken = cette ancienne adresse est prise
check-alias-taken-found = { $url } existe dans ce site
check-alias-twice-found = { $url } mène déjà à { $page }
check-alias-taken-help = supprimez-la, ou donnez-la à une seule page

# Arborescence des pages.
check-no-parent = la page au-dessus n’existe pas
check-parents = cette page est trop loin de l’accueil
check-parents-found = plus de { $most } pages sont au-dessus, ou la page est au-dessus d’elle-même
check-parents-help = choisissez un autre `parent`
