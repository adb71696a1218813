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

# Les mentions légales.
check-notice = il manque aux mentions légales ce que la loi demande
check-notice-found = `site.json` ne dit pas : { $fields }
check-notice-publisher-help = ajoutez à `site.json` l’adresse postale, le téléphone et le nom de qui dirige la publication (loi du 21 juin 2004, art. 1-1)
check-notice-host-help = ajoutez à `site.json` le nom, l’adresse postale et le téléphone de l’hébergeur (loi du 21 juin 2004, art. 1-1)
check-no-notice = ce site n’a pas de mentions légales
check-no-notice-found = aucune page ne dit qui le publie
check-no-notice-help = commencez-en une avec `urne new page "Mentions légales"`, avec les lignes `{"{{"} publisher {"}}"}` et `{"{{"} host {"}}"}` dans son texte, et mettez-la en lien dans `footer`
