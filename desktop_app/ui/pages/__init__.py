"""One page a module or package. Pages never import each other."""
