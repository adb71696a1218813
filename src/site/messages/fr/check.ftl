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
