import { Navigate, type RouteObject } from "react-router";
import { Frame } from "../frame/Frame";
import { customersRoutes } from "./customers";

/** Every screen of the signed-in product. */
export const routes: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    children: [{ index: true, element: <Navigate to="/customers" replace /> }, ...customersRoutes],
  },
];
